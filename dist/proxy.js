"use strict";
const require_index = require("./index.js");
let node_http = require("node:http");
// node_modules/@actions/http-client/lib/proxy.js
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
// build/src/connection/proxy.js
function findProxy(endpointUrl, environment, secrets, reportProblem) {
	const name = endpointUrl.startsWith("https:") ? "https_proxy" : "http_proxy";
	const [variable, value] = [name, name.toUpperCase()].map((each) => [each, (environment[each] ?? "").trim()]).find(([, text]) => text !== "") ?? [name, ""];
	if (value === "" || checkBypass(new URL(endpointUrl))) return void 0;
	const text = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || url.hostname === "") return reportProblem(`The environment variable ${variable} does not hold the URL of a proxy, like http://proxy.example.com:3128.`);
	if (url.protocol !== "http:" && url.protocol !== "https:") return reportProblem(`The environment variable ${variable} names a proxy of the kind "${url.protocol}"; it takes http:// or https://.`);
	const secure = url.protocol === "https:";
	const authorization = url.username === "" && url.password === "" ? void 0 : basic(url);
	if (authorization) secrets.add(url.password, decoded(url.password), authorization.replace(/^Basic /, ""));
	const port = url.port === "" ? secure ? 443 : 80 : Number(url.port);
	return {
		name: `${url.protocol}//${url.hostname}:${port}`,
		host: require_index.withoutBrackets(url.hostname),
		port,
		secure,
		...authorization && { authorization }
	};
}
function basic({ username, password }) {
	return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`;
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
var ProxyError = class extends Error {
	name = "ProxyError";
	code;
	constructor(proxy, { statusCode = 0, statusMessage = "" }) {
		super(`the proxy ${proxy.name} answered ${`${statusCode} ${statusMessage}`.trim()} to CONNECT`);
		this.code = statusCode >= 500 ? "PROXY_FAILED" : "PROXY_REFUSED";
	}
};
function openTunnel(connection, proxy, place) {
	const authority = require_index.authorityOf(place);
	return new Promise((resolve, reject) => {
		const asked = (0, node_http.request)({
			method: "CONNECT",
			path: authority,
			headers: {
				host: authority,
				...proxy.authorization && { "proxy-authorization": proxy.authorization }
			},
			createConnection: () => connection
		});
		asked.once("error", reject);
		asked.once("close", () => reject(Object.assign(new Error(`the proxy ${proxy.name} closed the connection`), { code: "ECONNRESET" })));
		asked.once("response", (answer) => reject(new ProxyError(proxy, answer)));
		asked.once("connect", (answer, socket, head) => {
			if (answer.statusCode === void 0 || answer.statusCode < 200 || answer.statusCode > 299) {
				reject(new ProxyError(proxy, answer));
				return;
			}
			if (head.length > 0) socket.unshift(head);
			resolve(connection);
		});
		asked.end();
	});
}
exports.findProxy = findProxy;
exports.openTunnel = openTunnel;
