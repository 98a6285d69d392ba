import os
import sys
import time

import extend_20260209 as extend

configuration = extend.Configuration(
    host=os.environ.get("EXTEND_BASE_URL", "https://api.extend.ai"),
    access_token=os.environ["EXTEND_API_KEY"],
)
with extend.ApiClient(configuration, "x-extend-api-version", "2026-02-09") as client:
    files = extend.FilesApi(client)
    parse_runs = extend.ParseRunsApi(client)

    file = files.files_upload(file=sys.argv[1])

    document = extend.FileInput(extend.FileFromId(id=file.id))
    run = parse_runs.parse_runs_create(extend.ParseRunCreateRequest(file=document))
    while run.status in ("PENDING", "PROCESSING"):
        time.sleep(0.5)
        run = parse_runs.parse_runs_retrieve(run.id)
    print(run.status.value)
    for chunk in run.output.chunks:
        print(chunk.content)
        for block in chunk.blocks:
            details = block.details.actual_instance
            if isinstance(details, extend.TableDetails):
                print(f"table: {details.row_count} rows, {details.column_count} columns")

    runs = parse_runs.parse_runs_list(file_name_contains=file.name)
    print(f"runs of {file.name}: {len(runs.data)}")

    parse_runs.parse_runs_delete(run.id)
    files.files_delete(file.id)
    try:
        files.files_retrieve(file.id)
    except extend.exceptions.NotFoundException as failure:
        error: extend.ApiError = failure.data
        print(failure.status, error.code)
