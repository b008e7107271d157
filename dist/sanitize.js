"use strict";
// build/src/shared/sanitize.js
const unsafeCharacters = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;
function sanitize(text, maxCharacters = 1e3) {
	const line = text.replace(unsafeCharacters, " ").trim();
	return line.length > maxCharacters ? `${truncate(line, maxCharacters - 1)}\u2026` : line;
}
function truncate(text, maxCharacters) {
	return text.length > maxCharacters ? text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, "") : text;
}
const htmlEntities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text, maxCharacters) {
	return sanitize(text, maxCharacters).replace(/[&<>"']/g, (character) => htmlEntities[character] ?? "");
}
Object.defineProperty(exports, "escapeHtml", {
	enumerable: true,
	get: function() {
		return escapeHtml;
	}
});
Object.defineProperty(exports, "sanitize", {
	enumerable: true,
	get: function() {
		return sanitize;
	}
});
Object.defineProperty(exports, "truncate", {
	enumerable: true,
	get: function() {
		return truncate;
	}
});
