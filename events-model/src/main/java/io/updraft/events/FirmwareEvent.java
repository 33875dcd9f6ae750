package io.updraft.events;

/** What happens to one firmware. */
public sealed interface FirmwareEvent extends Event permits FirmwareUploaded, FirmwareChanged {
  String firmwareId();

  @Override
  default String subject() {
    return firmwareId();
  }
}
