package io.updraft.access.domain;

/** A key that was just made: the only moment at which its text is known. */
public record MintedKey(ApiKey key, KeyText text) {

  /** What is kept of it. */
  public StoredKey stored() {
    return new StoredKey(key, text.hash());
  }
}
