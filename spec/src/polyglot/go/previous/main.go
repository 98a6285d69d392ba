package main

import (
	"context"
	"fmt"
	"log"
	"os"

	extend "first/extend20250421"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(path string) error {
	configuration := extend.NewConfiguration()
	configuration.AddDefaultHeader("x-extend-api-version", "2025-04-21")
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
	upload, _, err := client.FilesAPI.FilesUpload(ctx).File(document).Execute()
	if err != nil {
		return err
	}

	input := extend.NewFileInput()
	input.SetFileId(upload.File.Id)
	request := extend.NewParserRunCreateRequest(*input)
	run, _, err := client.ParserRunsAPI.ParserRunsParse(ctx).ParserRunCreateRequest(*request).Execute()
	if err != nil {
		return err
	}
	fmt.Println(run.Status)
	for _, chunk := range run.Chunks {
		for _, block := range chunk.Blocks {
			if table := block.Details.TableDetails; table != nil {
				fmt.Printf("table: %d rows, %d columns\n", table.RowCount, table.ColumnCount)
			}
		}
	}

	if _, _, err = client.ParserRunsAPI.ParserRunsDelete(ctx, run.Id).Execute(); err != nil {
		return err
	}
	if _, _, err = client.FilesAPI.FilesDelete(ctx, upload.File.Id).Execute(); err != nil {
		return err
	}
	_, response, err := client.FilesAPI.FilesRetrieve(ctx, upload.File.Id).Execute()
	if response == nil {
		return err
	}
	fmt.Println(response.StatusCode)
	return nil
}
