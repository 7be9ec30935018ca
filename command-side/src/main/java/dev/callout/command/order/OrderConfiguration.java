package dev.callout.command.order;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for the head of an order. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(OrderHead.class); // nobody sends it as a parameter
    }

    private final OrderArgument orders;

    OrderConfiguration(OrderArgument orders) {
        this.orders = orders;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(orders);
    }
}
