// https takes longer to load than the rest of this step, and a plain http endpoint never needs it.
const https = () => process.getBuiltinModule('node:https');
module.exports = {
  get Agent() {
    return https().Agent;
  },
  get globalAgent() {
    return https().globalAgent;
  },
  get request() {
    return https().request;
  },
};
