package io.updraft.device.published;

import java.util.regex.Pattern;

/** What a device can be called. */
public final class DeviceIds {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private DeviceIds() {}

  /** Whether a device can have this id; {@code bulk} is a path of its own. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches() && !text.equals("bulk");
  }
}
