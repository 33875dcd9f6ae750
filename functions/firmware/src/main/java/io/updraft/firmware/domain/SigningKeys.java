package io.updraft.firmware.domain;

import java.util.List;
import java.util.Optional;

/** Where signing keys are kept. */
public interface SigningKeys {
  /** Strongly consistent: a deleted key accepts nothing new. */
  Optional<SigningKey> find(String organization, String signingKeyId);

  /** False where the organization has the key already. */
  boolean add(SigningKey key);

  /** All keys of the organization, by id, at most {@code limit} after the given one. */
  List<SigningKey> list(String organization, Optional<String> after, int limit);

  /** False where there is none. */
  boolean delete(String organization, String signingKeyId);
}
