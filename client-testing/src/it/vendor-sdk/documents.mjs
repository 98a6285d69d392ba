// Documents and settings that the tests share.
import { client } from "./client.mjs";

export const INVOICE = "Invoice number: INV-7\nInvoice date: 3 March 2026\nTotal: $ 135.00\n";

export const CLASSIFICATIONS = [
  { id: "invoice", type: "invoice", description: "A bill" },
  { id: "other", type: "other", description: "All else" },
];

/** A schema of one field. */
export const SCHEMA = {
  type: "object",
  properties: { invoice_number: { type: ["string", "null"] } },
  required: ["invoice_number"],
  additionalProperties: false,
};

export const fast = { polling: { initialDelayMs: 50, maxDelayMs: 200, maxWaitMs: 20_000 } };

export const upload = (name, content, type = "text/plain") =>
  client.files.upload(new File([content], name, { type }), {});

/** A PDF of one page with a text field. */
export function form() {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /DR << /Font << /F 5 0 R >> >> /DA (/F 12 Tf 0 g) >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [4 0 R] >>",
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [100 700 300 720] /P 3 0 R /DA (/F 12 Tf 0 g) >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let pdf = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = pdf.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  pdf += `xref\n0 6\n0000000000 65535 f \n${rows.join("")}`;
  return `${pdf}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}
