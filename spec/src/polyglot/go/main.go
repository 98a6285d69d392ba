package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	extend "first/extend20260209"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(path string) error {
	configuration := extend.NewConfiguration()
	configuration.AddDefaultHeader("x-extend-api-version", "2026-02-09")
	if url := os.Getenv("EXTEND_BASE_URL"); url != "" {
		configuration.Servers = extend.ServerConfigurations{{URL: url}}
	}
	client := extend.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), extend.ContextAccessToken, os.Getenv("EXTEND_API_KEY"))

	document, err := os.Open(path)
	if err != nil {
		return err
	}
	defer document.Close()
	file, _, err := client.FilesAPI.FilesUpload(ctx).File(document).Execute()
	if err != nil {
		return err
	}

	input := extend.FileFromIdAsFileInput(extend.NewFileFromId(file.Id))
	request := extend.NewParseRunCreateRequest(input)
	run, _, err := client.ParseRunsAPI.ParseRunsCreate(ctx).ParseRunCreateRequest(*request).Execute()
	if err != nil {
		return err
	}
	for run.Status == extend.RUNSTATUS_PENDING || run.Status == extend.RUNSTATUS_PROCESSING {
		time.Sleep(500 * time.Millisecond)
		if run, _, err = client.ParseRunsAPI.ParseRunsRetrieve(ctx, run.Id).Execute(); err != nil {
			return err
		}
	}
	fmt.Println(run.Status)
	if output := run.Output.Get(); output != nil {
		for _, chunk := range output.Chunks {
			fmt.Println(chunk.Content)
			for _, block := range chunk.Blocks {
				if table := block.Details.TableDetails; table != nil {
					fmt.Printf("table: %d rows, %d columns\n", table.RowCount, table.ColumnCount)
				}
			}
		}
	}

	runs, _, err := client.ParseRunsAPI.ParseRunsList(ctx).FileNameContains(file.Name).Execute()
	if err != nil {
		return err
	}
	fmt.Printf("runs of %s: %d\n", file.Name, len(runs.Data))

	if _, _, err = client.ParseRunsAPI.ParseRunsDelete(ctx, run.Id).Execute(); err != nil {
		return err
	}
	if _, _, err = client.FilesAPI.FilesDelete(ctx, file.Id).Execute(); err != nil {
		return err
	}
	_, response, err := client.FilesAPI.FilesRetrieve(ctx, file.Id).Execute()
	var failure *extend.GenericOpenAPIError
	if errors.As(err, &failure) {
		if body, ok := failure.Model().(extend.ApiError); ok {
			fmt.Println(response.StatusCode, body.Code)
		}
	}
	return nil
}
