import { defineCommand } from "citty";
import { resumeTrail, whyHalted } from "~/checkpoint-door.server";
import { holdAtStart, publishNow } from "~/desk/publish-checkpoint.server";
import { exit, withHouse } from "./house";

/** Lets a halted desk write again, once the trail continues what was published of it. */
export const resume = defineCommand({
  meta: { name: "resume", description: "Let a halted desk write again, where the trail continues what was published." },
  async run() {
    await withHouse(async (house) => {
      const why = await whyHalted(house.door.reader.sql);
      if (why === null) console.log("Nothing is halted.");
      if (why === null) return exit.ok;
      await resumeTrail(house.writer);
      if ((await holdAtStart(house)) === null) await publishNow(house).catch(() => undefined);
      const still = await whyHalted(house.door.reader.sql);
      console.log(still === null ? `It was halted: ${why} It goes on now.` : `It stays halted: ${still}`);
      return still === null ? exit.ok : exit.failed;
    });
  },
});
