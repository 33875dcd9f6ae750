package io.updraft.firmware.published;

import java.net.URI;
import java.time.Duration;

/** Gives the addresses under which verified bytes can be fetched. */
public interface FirmwareDownloads {
  /** A presigned address that serves ranges and names the file; made without a call. */
  URI url(FirmwareFile file, Duration validity);

  /** The same for a HEAD: a presigned address serves the method that it was made for. */
  URI headUrl(FirmwareFile file, Duration validity);
}
