package io.updraft.device.registry;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a request says of a device.
 *
 * @param given the fields that it sets or clears; the others of the profile say nothing
 */
record Told(Profile profile, Set<ProfileField> given) {
  Told {
    given = Set.copyOf(given);
  }

  /** The request as a replacement: what it leaves out is cleared, where that can be. */
  Told replacing(boolean byDevice) {
    Set<ProfileField> fields = EnumSet.allOf(ProfileField.class);
    fields.removeAll(ProfileField.KEPT);
    fields.addAll(given);
    if (byDevice) {
      fields.removeAll(ProfileField.NOT_FOR_DEVICES);
    }
    return new Told(profile, fields);
  }

  Profile over(Profile old) {
    return old.with(profile, given);
  }
}
