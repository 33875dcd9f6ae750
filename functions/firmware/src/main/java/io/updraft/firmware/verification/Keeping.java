package io.updraft.firmware.verification;

import io.updraft.events.FirmwareUploaded;
import io.updraft.firmware.domain.Declaration;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Stage;
import io.updraft.firmware.published.FirmwareFile;

/** What is recorded and told of bytes that were found good. */
public final class Keeping {
  private Keeping() {}

  /** The record of the bytes; only of such as {@link Judge} found no flaw in. */
  public static Stage.Kept of(Firmware firmware, Digests digests, String key) {
    Declaration declared = firmware.declaration();
    FirmwareFile file =
        new FirmwareFile(
            declared.filename(),
            digests.size(),
            digests.md5(),
            digests.sha1(),
            digests.sha256(),
            declared.signature(),
            declared.signingKeyId(),
            key);
    return new Stage.Kept(file, declared.signature() != null);
  }

  public static FirmwareUploaded uploaded(Firmware available) {
    Declaration declared = available.declaration();
    return new FirmwareUploaded(
        available.firmwareId(),
        declared.name(),
        declared.version().text(),
        declared.deviceModel(),
        declared.fileSize(),
        declared.securityUpdate(),
        available.authorship().createdBy(),
        available.authorship().updatedAt());
  }
}
