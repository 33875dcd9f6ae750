package io.updraft.telemetry.export;

import java.util.List;
import java.util.Optional;

/** Keeps exports for a day. */
public interface Exports {
  Optional<Export> find(String organization, String exportId);

  /** Those of an organization that run; strongly consistent. */
  List<Export> running(String organization);

  void add(Export export);

  /**
   * Stores what an export has become.
   *
   * @return false where it is not any more what this follows on
   */
  boolean change(Export after);
}
