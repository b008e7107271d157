"use strict";
exports.id = 925;
exports.ids = [925];
exports.modules = {

/***/ 925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decodeBytes: () => (/* binding */ decodeBytes)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_0__);

async function decodeBytes(bytes, coding, limit) {
    const decompressor = createDecompressor(bytes, coding);
    if (decompressor === undefined)
        return undefined;
    const chunks = [];
    let size = 0;
    try {
        decompressor.end(bytes);
        for await (const chunk of decompressor) {
            chunks.push(chunk);
            size += chunk.length;
            if (size > limit)
                break;
        }
    }
    catch {
        return undefined;
    }
    const truncated = size > limit;
    if (!truncated && decompressor.bytesWritten < bytes.length)
        return undefined;
    return { bytes: Buffer.concat(chunks).subarray(0, limit), truncated };
}
function createDecompressor(bytes, coding) {
    switch (coding) {
        case 'gzip':
        case 'x-gzip':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)();
        case 'deflate':
            return hasZlibHeader(bytes) ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflate)() : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflateRaw)();
        case 'br':
            return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createBrotliDecompress)();
        default:
            return undefined;
    }
}
function hasZlibHeader(bytes) {
    return bytes.length >= 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}


/***/ })

};
;