import type { Role } from "domain/staff";
import type { QueuePage } from "domain/view";
import { ButtonLink } from "../button";
import { Empty } from "../page";
import { emptyFiltered, emptyLink, emptyMineWords, emptyWords, queueWords } from "../words/desk";

const otherwhere: Record<Role, string> = {
  agent: "/queue?view=unclaimed",
  supervisor: "/approvals",
  auditor: "/trail",
  admin: "/imports",
};

/** A view without tickets: what that means, and where to go; a filter that hides everything offers to be cleared. */
export function QueueEmpty({ page, role }: { page: QueuePage; role: Role }) {
  const filtered = Object.values(page.filter).some((value) => value !== null);
  const claims = role === "agent" || page.view !== "mine";
  const words = filtered ? emptyFiltered : claims ? emptyWords[page.view] : emptyMineWords;
  const href = filtered ? `/queue?view=${page.view}` : otherwhere[role];
  const here = !filtered && role === "agent" && page.view === "unclaimed";
  return (
    <div data-rows="">
      <Empty title={words.title}>
        <p>{words.body}</p>
        {here ? null : (
          <ButtonLink href={href} className="mt-4">
            {filtered ? queueWords.clear : emptyLink[role]}
          </ButtonLink>
        )}
      </Empty>
    </div>
  );
}
