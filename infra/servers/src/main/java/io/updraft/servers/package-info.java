/** Servers that stand in for managed services on one machine, each a child of this process. */
@NullMarked
package io.updraft.servers;

import org.jspecify.annotations.NullMarked;
