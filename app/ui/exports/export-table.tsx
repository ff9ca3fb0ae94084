import type { ExportsPage, ExportView } from "domain/view";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { cx } from "../cx";
import { RowLink } from "../row";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { capital } from "../words/amounts";
import { exportFailure, exportKinds, filterWords, exportsWords as words } from "../words/exports";
import { whoWords } from "../words/who";
import { ExportStateTag } from "./state-tag";

/** Exports in a table; on a phone what is in them, and why, stands below when. */
export function ExportTable({ page, desk }: { page: ExportsPage; desk: Desk }) {
  const { columns } = words;
  return (
    <table className="w-full">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-3">
          <Th className="pl-4 lg:pl-6">{columns.asked}</Th>
          <Th className="hidden xl:table-cell">{columns.who}</Th>
          <Th className="hidden lg:table-cell">{columns.what}</Th>
          <Th className="hidden lg:table-cell">{columns.reason}</Th>
          <Th className="hidden text-right sm:table-cell">{columns.entries}</Th>
          <Th className="hidden text-right sm:table-cell">{columns.size}</Th>
          <Th className="hidden lg:table-cell">{columns.manifest}</Th>
          <Th className="pr-4 lg:pr-6">{columns.state}</Th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={row.id} row={row} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, desk }: { row: ExportView; desk: Desk }) {
  const who = <bdi className="[overflow-wrap:anywhere]">{whoWords(row.actor, row.actorName)}</bdi>;
  const reason = <bdi className="[overflow-wrap:anywhere]">{row.reason ?? words.noReason}</bdi>;
  return (
    <tr
      data-row={row.id}
      className="relative border-b border-line align-top transition-colors hover:bg-wash has-[a:focus-visible]:bg-accent-wash"
    >
      <Td className="pl-4 lg:pl-6">
        <RowLink href={`/trail/exports/${row.id}`}>
          <When at={row.askedAt} now={desk.now} zone={desk.zone} />
        </RowLink>
        <span className="block text-ink-2 xl:hidden">{who}</span>
        <span className="mt-1 block lg:hidden">
          <What row={row} />
        </span>
        <span className="block text-ink-2 lg:hidden">{reason}</span>
      </Td>
      <Td className="hidden xl:table-cell">{who}</Td>
      <Td className="hidden lg:table-cell">
        <What row={row} />
      </Td>
      <Td className="hidden min-w-44 max-w-64 text-ink-2 lg:table-cell">{reason}</Td>
      <Td className="hidden text-right tabular-nums sm:table-cell">{row.entries?.toLocaleString("en")}</Td>
      <Td className="hidden whitespace-nowrap text-right tabular-nums sm:table-cell">
        {row.bytes === null ? null : words.sizeOf(row.bytes)}
      </Td>
      <Td className="hidden whitespace-nowrap lg:table-cell">{row.manifest ? <Digest hex={row.manifest} /> : null}</Td>
      <Td className="pr-4 lg:max-w-48 lg:pr-6">
        <State row={row} desk={desk} />
      </Td>
    </tr>
  );
}

function What({ row }: { row: ExportView }) {
  return (
    <>
      <span className="[overflow-wrap:anywhere]">{capital(filterWords(row.filter))}</span>
      <span className="block text-ink-3">{exportKinds[row.kind]}</span>
    </>
  );
}

/** Above the row's own link, so that it can be pressed. */
function Digest({ hex }: { hex: string }) {
  return (
    <span className="relative z-10">
      <span title={hex} className="font-mono text-sm">
        {hex.slice(0, 12)}…
      </span>{" "}
      <CopyButton text={hex} label={words.manifestLabel} />
    </span>
  );
}

function State({ row, desk }: { row: ExportView; desk: Desk }) {
  return (
    <>
      <ExportStateTag view={row} />
      {row.state === "failed" ? <span className="mt-1 block text-ink-2">{exportFailure(row.why ?? "")}</span> : null}
      {row.elsewhere && row.state === "done" ? (
        <span className="mt-1 block text-ink-3">{capital(words.elsewhere)}</span>
      ) : null}
      {row.keptUntil !== null && desk.viewer.role === "auditor" ? (
        <a
          href={`/trail/exports/${row.id}/file`}
          download
          aria-label={`${words.download}: ${words.one(row.id)}`}
          className="relative z-10 mt-1 block w-fit rounded py-0.5 font-medium text-accent hover:underline"
        >
          {words.download}
        </a>
      ) : null}
    </>
  );
}

function Th({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cx("px-3 py-2 font-medium", className)}>
      {children}
    </th>
  );
}

function Td({ className, children }: { className?: string; children: ReactNode }) {
  return <td className={cx("px-3 py-2.5", className)}>{children}</td>;
}
