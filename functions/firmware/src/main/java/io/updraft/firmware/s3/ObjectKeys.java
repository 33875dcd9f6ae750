package io.updraft.firmware.s3;

import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Place;

/** Where objects are in the bucket. */
final class ObjectKeys {
  private ObjectKeys() {}

  static String incoming(Place place) {
    return "incoming/%s/%s".formatted(place.organization(), place.uploadId());
  }

  static String kept(Firmware firmware) {
    return "firmware/%s/%s/%s"
        .formatted(
            firmware.organization(), firmware.firmwareId(), firmware.declaration().filename());
  }
}
