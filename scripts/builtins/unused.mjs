// In place of what libraries import for calls that this action never makes.
export const ProxyAgent = undefined;
