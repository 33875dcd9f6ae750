/** Says whether the system works. */
@NullMarked
package io.updraft.access.health;

import org.jspecify.annotations.NullMarked;
