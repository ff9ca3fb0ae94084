import { useActionData, useLoaderData } from "@remix-run/react";
import { addContact } from "~/desk/add-contact.server";
import { text } from "~/reply.server";
import { ContactsPage } from "~/ui/portal/things/contacts-page";
import type { Problem } from "~/ui/problem";
import { anew, givenIn, thingAct } from "../account/thing-act.server";
import { thingProps } from "../account/thing-props";
import { contactsLoader as loader } from "../account/things.server";
import { titleOf } from "../portal-title";

export { loader };

export const meta = titleOf("contacts");

/** Sends a code to an e-mail or phone that is to join the account. */
export const action = thingAct({
  form: "contact",
  shape: { value: text(320), ...anew },
  field: "value",
  to: "/account/contacts",
  act: async (a) => (await addContact(a.door, a.who, a.account, { value: a.form.value, ...givenIn(a) })).refused,
});

export default function Contacts() {
  const loaded = useLoaderData<typeof loader>();
  return <ContactsPage {...thingProps(loaded, useActionData<{ problem: Problem }>())} />;
}
