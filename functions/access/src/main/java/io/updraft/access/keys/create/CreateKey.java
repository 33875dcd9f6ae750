package io.updraft.access.keys.create;

import io.updraft.access.domain.ApiKeys;
import io.updraft.access.domain.KeyMint;
import io.updraft.access.domain.MintedKey;
import io.updraft.access.domain.OrganizationId;

/** Makes a key in the caller's organization; it will count as the caller. */
final class CreateKey {
  private final ApiKeys keys;
  private final KeyMint mint;

  CreateKey(ApiKeys keys, KeyMint mint) {
    this.keys = keys;
    this.mint = mint;
  }

  MintedKey create(OrganizationId organization, String user, KeyRequest wanted) {
    MintedKey minted =
        mint.mint(organization, wanted.grant(), wanted.name(), user, wanted.expiresAt());
    keys.add(minted);
    return minted;
  }
}
