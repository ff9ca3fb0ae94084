/** The idempotency key of one form: the page's key and the form's noun. */
export function FormKey({ formKey, form }: { formKey: string; form: string }) {
  return <input type="hidden" name="key" value={`${formKey}.${form}`} />;
}
