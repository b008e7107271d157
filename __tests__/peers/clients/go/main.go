// The Go SDK, spoken to in lines of JSON: one call in, one answer out (the calls are listed in ../adapter.ts).
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/Azure/azure-sdk-for-go/services/servicefabric/7.2/servicefabric"
	"github.com/Azure/go-autorest/autorest"
	"github.com/Azure/go-autorest/autorest/azure"
	"github.com/gofrs/uuid"
)

type call struct {
	Method    string
	Path      string
	SessionID uuid.UUID
	Range     string
	Body      []byte
}

type failure struct {
	Status int     `json:"status"`
	Code   *string `json:"code"`
	Text   string  `json:"text"`
}

// upload gives the request a body, which the SDK's upload methods do not take, and sends it.
func upload(
	body []byte,
	request *http.Request,
	send func(*http.Request) (*http.Response, error),
	respond func(*http.Response) (autorest.Response, error),
) (any, error) {
	request.Body = io.NopCloser(bytes.NewReader(body))
	request.ContentLength = int64(len(body))
	response, err := send(request)
	if err != nil {
		return nil, err
	}
	if _, err = respond(response); err != nil {
		return nil, autorest.NewErrorWithError(err, "servicefabric.BaseClient", "upload", response, "refused")
	}
	return nil, nil
}

func perform(client servicefabric.BaseClient, c call) (any, error) {
	ctx := context.Background()
	switch c.Method {
	case "uploadFile":
		request, err := client.UploadFilePreparer(ctx, c.Path, nil)
		if err != nil {
			return nil, err
		}
		return upload(c.Body, request, client.UploadFileSender, client.UploadFileResponder)
	case "uploadChunk":
		request, err := client.UploadFileChunkPreparer(ctx, c.Path, c.SessionID, c.Range, nil)
		if err != nil {
			return nil, err
		}
		return upload(c.Body, request, client.UploadFileChunkSender, client.UploadFileChunkResponder)
	case "sessionById":
		return client.GetImageStoreUploadSessionByID(ctx, c.SessionID, nil)
	case "sessionByPath":
		return client.GetImageStoreUploadSessionByPath(ctx, c.Path, nil)
	case "commit":
		_, err := client.CommitImageStoreUploadSession(ctx, c.SessionID, nil)
		return nil, err
	case "deleteSession":
		_, err := client.DeleteImageStoreUploadSession(ctx, c.SessionID, nil)
		return nil, err
	case "content":
		return client.GetImageStoreContent(ctx, c.Path, nil)
	case "rootContent":
		return client.GetImageStoreRootContent(ctx, nil)
	case "deleteContent":
		_, err := client.DeleteImageStoreContent(ctx, c.Path, nil)
		return nil, err
	}
	return nil, fmt.Errorf("no such method: %s", c.Method)
}

// explain reads out of an SDK error what it holds of the cluster's own words.
func explain(err error) failure {
	told := failure{Text: err.Error()}
	var detailed autorest.DetailedError
	if errors.As(err, &detailed) {
		told.Status, _ = detailed.StatusCode.(int)
		var request *azure.RequestError
		if errors.As(detailed.Original, &request) && request.ServiceError != nil {
			told.Code = &request.ServiceError.Code
		}
	}
	return told
}

func main() {
	client := servicefabric.NewWithBaseURI(os.Args[1])
	calls, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var c call
		if err := calls.Decode(&c); err == io.EOF {
			return
		} else if err != nil {
			panic(err)
		}
		answer := map[string]any{}
		if value, err := perform(client, c); err != nil {
			answer["error"] = explain(err)
		} else {
			answer["value"] = value
		}
		if err := answers.Encode(answer); err != nil {
			panic(err)
		}
	}
}
