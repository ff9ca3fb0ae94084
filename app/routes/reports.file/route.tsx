import type { LoaderFunctionArgs } from "@remix-run/node";
import { figureIds } from "domain/figures";
import { takeFigure } from "~/desk/view-reports.server";
import { parameter } from "~/page.server";
import { readReport } from "~/read-reports.server";
import { turnAway } from "~/reply.server";
import { figureFile } from "~/report-file.server";
import { fileAnswer } from "~/send-file.server";
import { whoOf } from "~/visitor.server";
import { spanIn } from "../reports/span";

const formats = ["csv", "svg"] as const;

/** A figure of the report as a file; that it was taken is an entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const span = spanIn(parameter(request, "span"));
  const figure = figureIds.find((id) => id === parameter(request, "figure")) ?? turnAway(404);
  const format = formats.find((one) => one === parameter(request, "format")) ?? turnAway(404);
  const taken = await takeFigure(context.door, whoOf(context), { span, figure, format });
  if (taken.refused) return turnAway(403);
  const page = await readReport(context.door, span);
  const { type, text } = figureFile(page, figure, format);
  const data = Buffer.from(text, "utf8");
  const name = `${figure}-${page.from}-to-${page.to}.${format}`;
  return fileAnswer(context, { name, type, bytes: data.length, data: lines(data) });
}

async function* lines(data: Buffer): AsyncGenerator<Buffer> {
  yield data;
}
