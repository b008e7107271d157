// @actions/core takes three functions out of fs.promises while it is loaded, for a job summary of its own making.
const fs = require('node:fs');

const later =
  (name) =>
  (...given) =>
    fs.promises[name](...given);

module.exports = Object.create(fs, {
  promises: { value: { access: later('access'), appendFile: later('appendFile'), writeFile: later('writeFile') } },
});
