/** Revokes an API key. */
@NullMarked
package io.updraft.access.keys.revoke;

import org.jspecify.annotations.NullMarked;
