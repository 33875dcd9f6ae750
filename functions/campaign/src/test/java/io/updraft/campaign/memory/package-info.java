/** The ports of this context in memory, as faithful as their contracts. */
@NullMarked
package io.updraft.campaign.memory;

import org.jspecify.annotations.NullMarked;
