package io.updraft.firmware.domain;

import io.updraft.firmware.published.FirmwareFile;
import io.updraft.firmware.published.FirmwareStatus;
import java.util.List;

/**
 * Where a firmware is in its life. Only legal moves have methods. The two last are the traces of a
 * firmware that nobody sees any more: they keep the count of its events going, should it come back.
 */
public sealed interface Stage {
  /** As answers and items name it. */
  String wireName();

  /** What it can become on somebody's command. */
  default List<String> commanded() {
    return List.of();
  }

  /** Bytes are on their way. */
  sealed interface Incoming extends Stage {
    Upload upload();

    default Rejected rejected(String reason) {
      return new Rejected(reason);
    }
  }

  /** Nothing has arrived yet. */
  record PendingUpload(Upload upload) implements Incoming {
    @Override
    public String wireName() {
      return FirmwareStatus.PENDING_UPLOAD.wireName();
    }

    public Verifying arrived(String version) {
      return new Verifying(upload, version);
    }
  }

  /**
   * Exactly one version of the bytes is being verified: whoever works on it works on this one.
   *
   * @param pinned the store's tag of that version
   */
  record Verifying(Upload upload, String pinned) implements Incoming {
    @Override
    public String wireName() {
      return FirmwareStatus.VERIFYING.wireName();
    }

    /** The bytes were put again before they were verified. */
    public Verifying replaced(String version) {
      return new Verifying(upload, version);
    }

    public Available verified(Kept kept) {
      return new Available(kept);
    }
  }

  /** Its bytes are verified and kept. */
  sealed interface Verified extends Stage {
    Kept kept();

    FirmwareStatus status();

    @Override
    default String wireName() {
      return status().wireName();
    }

    default Deleting deleted() {
      return new Deleting(kept().file());
    }
  }

  /** Campaigns and updates may choose it. */
  record Available(Kept kept) implements Verified {
    @Override
    public FirmwareStatus status() {
      return FirmwareStatus.AVAILABLE;
    }

    @Override
    public List<String> commanded() {
      return List.of("deprecated", "recalled");
    }

    public Deprecation deprecated() {
      return new Deprecation(kept);
    }

    public Recalled recalled(String reason) {
      return new Recalled(kept, reason);
    }
  }

  /** No new campaign or update may choose it; those that have may go on. */
  record Deprecation(Kept kept) implements Verified {
    @Override
    public FirmwareStatus status() {
      return FirmwareStatus.DEPRECATED;
    }

    @Override
    public List<String> commanded() {
      return List.of("available", "recalled");
    }

    public Available restored() {
      return new Available(kept);
    }

    public Recalled recalled(String reason) {
      return new Recalled(kept, reason);
    }
  }

  /** Found harmful: no device gets it any more. */
  record Recalled(Kept kept, String reason) implements Verified {
    @Override
    public FirmwareStatus status() {
      return FirmwareStatus.RECALLED;
    }
  }

  /** Its bytes were refused or never came; the id is free. */
  record Rejected(String reason) implements Stage {
    @Override
    public String wireName() {
      return FirmwareStatus.REJECTED.wireName();
    }
  }

  /** Gone for everybody, while its bytes are being removed. */
  record Deleting(FirmwareFile file) implements Stage {
    @Override
    public String wireName() {
      return "deleting";
    }

    public Deleted removed() {
      return new Deleted();
    }
  }

  /** Gone; the id is free. */
  record Deleted() implements Stage {
    @Override
    public String wireName() {
      return "deleted";
    }
  }

  /**
   * Verified bytes.
   *
   * @param signatureVerified false where none was given
   */
  record Kept(FirmwareFile file, boolean signatureVerified) {}
}
