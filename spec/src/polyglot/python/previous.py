import os
import sys

import extend_20250421 as extend

configuration = extend.Configuration(
    host=os.environ.get("EXTEND_BASE_URL", "https://api.extend.ai"),
    access_token=os.environ["EXTEND_API_KEY"],
)
with extend.ApiClient(configuration, "x-extend-api-version", "2025-04-21") as client:
    files = extend.FilesApi(client)
    parser_runs = extend.ParserRunsApi(client)

    file = files.files_upload(file=sys.argv[1]).file
    document = extend.FileInput(file_id=file.id)
    run = parser_runs.parser_runs_parse(extend.ParserRunCreateRequest(file=document))
    print(run.status.value)
    for chunk in run.chunks:
        for block in chunk.blocks:
            details = block.details.actual_instance
            if isinstance(details, extend.TableDetails):
                print(f"table: {details.row_count} rows, {details.column_count} columns")

    parser_runs.parser_runs_delete(run.id)
    files.files_delete(file.id)
    try:
        files.files_retrieve(file.id)
    except extend.exceptions.NotFoundException as failure:
        print(failure.status)
