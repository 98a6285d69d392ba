import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { argv, env } from "node:process";
import { Configuration, FilesApi, ParserRunsApi, ResponseError } from "./extend-2025-04-21/index.js";

const configuration = new Configuration({
  basePath: env.EXTEND_BASE_URL ?? "https://api.extend.ai",
  accessToken: env.EXTEND_API_KEY!,
  headers: { "x-extend-api-version": "2025-04-21" },
});
const files = new FilesApi(configuration);
const parserRuns = new ParserRunsApi(configuration);

const path = argv[2]!;
const upload = await files.filesUpload({
  file: new File([await openAsBlob(path)], basename(path)),
});
const run = await parserRuns.parserRunsParse({
  parserRunCreateRequest: { file: { fileId: upload.file.id } },
});
console.log(run.status);
for (const block of run.chunks.flatMap((chunk) => chunk.blocks)) {
  if (block.details.type === "table_details") {
    console.log(`table: ${block.details.rowCount} rows, ${block.details.columnCount} columns`);
  }
}

await parserRuns.parserRunsDelete({ id: run.id });
await files.filesDelete({ id: upload.file.id });
try {
  await files.filesRetrieve({ id: upload.file.id });
} catch (failure) {
  if (!(failure instanceof ResponseError)) throw failure;
  console.log(failure.response.status);
}
