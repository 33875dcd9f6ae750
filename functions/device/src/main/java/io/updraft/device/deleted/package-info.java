/** What becomes of updates and devices when a device or a user is deleted elsewhere. */
@NullMarked
package io.updraft.device.deleted;

import org.jspecify.annotations.NullMarked;
