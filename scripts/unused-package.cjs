// Stands in for packages that come along and are never called. `paths` in tsconfig.json names them and says why.
module.exports = {};
