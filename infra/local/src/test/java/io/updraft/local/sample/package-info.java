/** Functions for the runtime's own tests. */
@NullMarked
package io.updraft.local.sample;

import org.jspecify.annotations.NullMarked;
