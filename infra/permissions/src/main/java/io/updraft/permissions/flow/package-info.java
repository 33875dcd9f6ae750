/** Which methods run when a function runs, and which values of its settings reach them. */
@NullMarked
package io.updraft.permissions.flow;

import org.jspecify.annotations.NullMarked;
