/** Shows one campaign. */
@NullMarked
package io.updraft.campaign.show;

import org.jspecify.annotations.NullMarked;
