// In place of packages that come along for calls which this action never makes.
module.exports = {};
