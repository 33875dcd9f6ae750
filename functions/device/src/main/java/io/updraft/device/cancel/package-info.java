/** An update is cancelled by a user. */
@NullMarked
package io.updraft.device.cancel;

import org.jspecify.annotations.NullMarked;
