/** Keeps firmware: the functions of this context and their routes. */
@NullMarked
package io.updraft.firmware;

import org.jspecify.annotations.NullMarked;
