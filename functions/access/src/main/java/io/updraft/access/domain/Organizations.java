package io.updraft.access.domain;

/** Where organizations are kept. */
public interface Organizations {
  boolean exists(OrganizationId id);

  /**
   * Keeps a new organization and its first key, both or neither.
   *
   * @return false where the organization exists already; then nothing is changed
   */
  boolean create(Organization organization, MintedKey firstKey);

  /** Keeps the organization unless it exists already. */
  void createIfMissing(Organization organization);
}
