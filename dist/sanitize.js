"use strict";
// build/src/shared/sanitize.js
const invisible = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
function oneLine(text, maxCharacters = 1e3) {
	const line = text.replace(invisible, " ").trim();
	return line.length > maxCharacters ? `${cutAt(line, maxCharacters - 1)}\u2026` : line;
}
function cutAt(text, characters) {
	return text.length > characters ? text.slice(0, characters).replace(/[\uD800-\uDBFF]$/, "") : text;
}
function html(text, maxCharacters) {
	const entities = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#39;"
	};
	return oneLine(text, maxCharacters).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
Object.defineProperty(exports, "cutAt", {
	enumerable: true,
	get: function() {
		return cutAt;
	}
});
Object.defineProperty(exports, "html", {
	enumerable: true,
	get: function() {
		return html;
	}
});
Object.defineProperty(exports, "oneLine", {
	enumerable: true,
	get: function() {
		return oneLine;
	}
});
