/** Lists campaigns. */
@NullMarked
package io.updraft.campaign.list;

import org.jspecify.annotations.NullMarked;
