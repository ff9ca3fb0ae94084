/** One part of a form as a browser writes it: a text field, or a file where it has a file name. */
export interface SentPart {
  name: string;
  filename?: string;
  data: string | Buffer;
}

/** The boundary the written forms have. */
export const boundary = "----countersign";
export const multipartType = `multipart/form-data; boundary=${boundary}`;

/** A form in multipart/form-data, as a browser writes it: a quote in a name is %22, everything else as it is. */
export function multipart(parts: readonly SentPart[]): Buffer {
  const written = parts.flatMap(({ name, filename, data }) => {
    const file = filename === undefined ? "" : `; filename="${filename.replaceAll('"', "%22")}"`;
    const type = filename === undefined ? "" : "\r\nContent-Type: application/octet-stream";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}${type}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(data), Buffer.from("\r\n")];
  });
  return Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]);
}
