// @actions/core needs it for the outputs only, and those come last.
module.exports = {
  get randomUUID() {
    return process.getBuiltinModule('node:crypto').randomUUID;
  },
};
