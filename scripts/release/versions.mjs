// Versions as tags have them, vX.Y.Z, and their order.

/** The three numbers of a tag vX.Y.Z; undefined for any other name, such as vX or vX.Y.Z-rc.1. */
export function parseVersion(tag) {
  const match = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag);
  return match?.slice(1).map(Number);
}

/** The same, for a tag that must be a version. */
export function requireVersion(tag) {
  const version = parseVersion(tag);
  if (version === undefined) throw new Error(`${tag ?? 'The missing tag'} is not a version like v1.2.3.`);
  return version;
}

/** Of releases as GitHub lists them, the one with the highest version; neither drafts nor pre-releases count. */
export function highest(releases) {
  return releases
    .filter(({ draft, prerelease, tag_name: tag }) => !draft && !prerelease && parseVersion(tag) !== undefined)
    .toSorted((one, other) => compare(parseVersion(other.tag_name), parseVersion(one.tag_name)))[0];
}

function compare(one, other) {
  const place = one.findIndex((number, index) => number !== other[index]);
  return place === -1 ? 0 : one[place] - other[place];
}
