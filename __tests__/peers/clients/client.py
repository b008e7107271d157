"""The Python SDK, spoken to in lines of JSON: one call in, one answer out (the calls are listed in adapter.ts)."""

import base64
import json
import sys

from azure.servicefabric import ServiceFabricClientAPIs
from azure.servicefabric.models import FabricErrorException
from msrest.authentication import BasicAuthentication

client = ServiceFabricClientAPIs(BasicAuthentication("", ""), base_url=sys.argv[1])

send_bare = client._client.send


def with_body(body, method, *arguments):
    """The SDK's upload methods take no body, so the one request they send is given it on its way out."""

    def send(request, **options):
        request.data = base64.b64decode(body)
        return send_bare(request, **options)

    client._client.send = send
    try:
        return method(*arguments)
    finally:
        client._client.send = send_bare


def perform(call):
    session_id, path = call.get("sessionId"), call.get("path")
    match call["method"]:
        case "uploadFile":
            return with_body(call["body"], client.upload_file, path)
        case "uploadChunk":
            return with_body(call["body"], client.upload_file_chunk, path, session_id, call["range"])
        case "sessionById":
            return client.get_image_store_upload_session_by_id(session_id)
        case "sessionByPath":
            return client.get_image_store_upload_session_by_path(path)
        case "commit":
            return client.commit_image_store_upload_session(session_id)
        case "deleteSession":
            return client.delete_image_store_upload_session(session_id)
        case "content":
            return client.get_image_store_content(path)
        case "rootContent":
            return client.get_image_store_root_content()
        case "deleteContent":
            return client.delete_image_store_content(path)
    raise ValueError(f"no such method: {call['method']}")


def answer(call):
    try:
        returned = perform(call)
        return {"value": returned and returned.serialize()}
    except FabricErrorException as failure:
        fabric_error = failure.error.error
        return {"error": {"status": failure.response.status_code, "code": fabric_error.code, "text": str(failure)}}
    except Exception as failure:
        return {"error": {"status": None, "code": None, "text": f"{type(failure).__name__}: {failure}"}}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
