/** What becomes of rules and alerts when a device or a user is deleted elsewhere. */
@NullMarked
package io.updraft.alert.deleted;

import org.jspecify.annotations.NullMarked;
