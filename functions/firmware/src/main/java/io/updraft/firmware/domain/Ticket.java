package io.updraft.firmware.domain;

/** Which firmware an unfinished upload belongs to. */
public record Ticket(String organization, String firmwareId, Upload upload) {
  public Place place() {
    return new Place(organization, upload.uploadId());
  }
}
