// The release, as the cluster sees it in the User-Agent; a test compares it with package.json.
export const version = '1.0.0';
