package dev.callout.query.http;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every read goes through. */
@Configuration(proxyBeanMethods = false)
class ReadsConfiguration implements WebMvcConfigurer {

    private final Freshness freshness;

    ReadsConfiguration(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RecordParameters());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParametersOnly()).addPathPatterns("/api/**");
        registry.addInterceptor(freshness).addPathPatterns("/api/**");
    }
}
