// A front end's cache of look-ups: within its time it answers the same request with the same response.
import type { CompleteResponse, PathState } from './exchanges.js';

export interface CachedListing {
  readonly response: CompleteResponse;
  /** What the listing of a path showed. */
  readonly pathState: PathState | undefined;
}

export interface ListingCache {
  /** What was answered to the same request, if that is not too long ago. */
  find(target: string, nowMs: number): CachedListing | undefined;
  store(target: string, nowMs: number, listing: CachedListing): void;
}

/** A cache that keeps successes, and the answers that there is nothing, for this long. */
export function createListingCache(maxAgeMs: number): ListingCache {
  const listings = new Map<string, CachedListing & { readonly storedMs: number }>();
  return {
    find: (target, nowMs) => {
      const listing = listings.get(target);
      return listing && nowMs - listing.storedMs <= maxAgeMs ? listing : undefined;
    },
    store: (target, nowMs, listing) => {
      if ([200, 204, 404].includes(listing.response.status)) listings.set(target, { ...listing, storedMs: nowMs });
    },
  };
}
