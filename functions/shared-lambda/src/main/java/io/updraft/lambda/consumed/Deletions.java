package io.updraft.lambda.consumed;

import io.updraft.events.DeviceDeleted;
import io.updraft.events.Origin;
import io.updraft.events.UserDeleted;

/**
 * What a context does about the deletions that the neighbours announce. Either may be called any
 * number of times for one event, also by two at once, and in any order with all else; each call
 * does a bounded piece of work and says whether more remains. {@code timestamp()} of the events is
 * when the neighbour deleted: what is newer is another device of the same id.
 */
public interface Deletions {
  /**
   * A device is gone.
   *
   * @param origin whose device; of the form of an organization's id
   */
  Handling deviceDeleted(DeviceDeleted event, Origin origin);

  /**
   * A user is gone.
   *
   * @param origin whose user; of the form of an organization's id
   */
  Handling userDeleted(UserDeleted event, Origin origin);
}
